import type { SendOver } from '../../src/outlook/send-over.ts'
import type { Answer, Finding } from '../../src/register/contract.ts'

// London keeps GMT until 29 March 2020, so these clock times are UTC.
export const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
export const TUESDAY_09_30 = Date.UTC(2020, 2, 17, 9, 30)

export const PUBLIC_SECTOR_EMPLOYMENT = {
  id: 'r1',
  title: 'Public sector employment, UK: December 2019',
  at: TUESDAY_09_30,
  london: '2020-03-17 09:30',
  state: 'confirmed',
} as const

/** The figures of tomorrow, for somebody who may not have them. */
export const EMBARGOED: Finding = {
  kind: 'embargoed-figures',
  verdict: 'block',
  part: 'PSE.csv',
  release: PUBLIC_SECTOR_EMPLOYMENT,
  reason: 'without-access',
  because: 'PSE.csv contains unpublished figures.',
  recipients: ['bea@department.example'],
  hits: [0],
  published: [],
  bits: 90,
}

export const UNREAD: Finding = {
  kind: 'unreadable',
  verdict: 'warn',
  part: 'tables.zip',
  release: null,
  reason: 'encrypted',
  because: 'tables.zip is encrypted, so it could not be checked. Send it without a password.',
  recipients: [],
  hits: [],
  published: [],
  bits: 0,
}

/** A service’s answer on Monday 16 March 2020, 14:42. */
export const answerOf = (verdict: Answer['verdict'], findings: readonly Finding[] = []): Answer => ({
  check: 'check-1',
  verdict,
  at: MONDAY_14_42,
  findings,
})

/** A network that always brings this answer. */
export const bringing =
  (answer: unknown, status = 200): SendOver =>
  () =>
    Promise.resolve({ kind: 'came-back', status, text: JSON.stringify(answer) })

/** A network that is not there. */
export const BROKEN: SendOver = () =>
  Promise.resolve({ kind: 'network-failure', message: 'no route to host' })

/** A network on which nothing ever comes back. */
export const ENDLESS: SendOver = () => new Promise(() => undefined)
