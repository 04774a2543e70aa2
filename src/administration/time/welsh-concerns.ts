import type { AccessConcern } from '../../release/pre-release-access.ts'
import type { TimeConcern } from '../../release/time-advice.ts'
import { timeOfDayText } from '../../release/usual-time.ts'
import type { Division } from '../../release/working-days.ts'

const DIVISIONS: Readonly<Record<Division, string>> = {
  'england-and-wales': 'yng Nghymru a Lloegr',
  scotland: 'yn yr Alban',
  'northern-ireland': 'yng Ngogledd Iwerddon',
}

const named = (divisions: readonly Division[]): string =>
  divisions.map((division) => DIVISIONS[division]).join(', ')

/** What to say in Welsh of a time that asks for confirmation. */
export function welshTimeConcern(concern: TimeConcern): string {
  switch (concern.kind) {
    case 'past':
      return 'Mae’r amser hwnnw wedi mynd heibio: byddai datganiad wedi’i gadarnhau’n gyhoeddus ar unwaith.'
    case 'weekend':
      return 'Mae’r diwrnod hwnnw ar benwythnos.'
    case 'bank-holiday':
      return `Mae’r diwrnod hwnnw’n ŵyl banc ${named(concern.divisions)}: ${concern.title}.`
    case 'holidays-unknown':
      return `Nid yw gwyliau banc y flwyddyn honno’n hysbys yma eto ${named(concern.divisions)}: chwiliwch amdanynt.`
    case 'unusual-time':
      return `Yr amser arferol yw ${timeOfDayText(concern.usual)}: ai’r amser hwn a olygir?`
  }
}

const ACCESS: Readonly<Record<AccessConcern['kind'], string>> = {
  'opens-too-early': 'Byddai’r ffigurau ganddo’n gynt nag y caniateir cyn cyhoeddi.',
  'opens-after-release': 'Dim ond pan fydd y ffigurau’n gyhoeddus y byddai ganddo fynediad.',
  'not-confirmed-lately':
    'Nid oes neb wedi cadarnhau’r cofnod hwn ers chwe mis: ai’r un person yn yr un swydd ydyw o hyd?',
  expired: 'Mae’r mynediad hwn wedi dod i ben.',
  'post-missing': 'Dywedwch pa swydd sydd ganddo.',
  'reason-missing': 'Dywedwch pam mae angen y ffigurau arno cyn cyhoeddi.',
  twice: 'Mae ar y rhestr fwy nag unwaith: o ddau gofnod, yr un agored sy’n cyfrif.',
}

/** What to look at in an access entry, in Welsh. */
export const welshAccessConcern = ({ kind }: AccessConcern): string => ACCESS[kind]
