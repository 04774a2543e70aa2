import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/message/message.ts'
import { checkMessage } from '../../src/outlook/check-draft.ts'
import { newMemory } from '../../src/outlook/draft-memory.ts'
import type { Packed } from '../../src/outlook/packing.ts'
import type { SendOver } from '../../src/outlook/send-over.ts'
import type { Enquiry } from '../../src/register/contract.ts'
import { answerOf } from './answers.ts'

/** A table of so many figures that its features are worth remembering. */
const rows = Array.from({ length: 2_000 }, (_, row) =>
  [
    row,
    ...Array.from({ length: 6 }, (_, column) => 10_000 + ((row * 7919 + column * 104_729) % 89_999)),
  ].join(','),
)
const MESSAGE: Message = {
  from: 'ada@statistics.example',
  recipients: [{ address: 'bea@department.example', name: 'Bea', kind: 'person' }],
  body: { kind: 'html', text: '<p>Tables</p>' },
  attachments: [
    { kind: 'file', id: '1', name: 'tables.csv', bytes: new TextEncoder().encode(rows.join('\n')) },
  ],
  deliverAt: null,
}

/** A service that says this to one enquiry after the other. */
function serviceSaying(...statuses: readonly number[]) {
  const enquiries: Enquiry[] = []
  const way = async (_url: string, _headers: object, body: Packed) => {
    enquiries.push(JSON.parse(String(body)))
    const status = statuses[enquiries.length - 1] ?? 200
    const said = { ...answerOf('allow'), check: `check-${enquiries.length}` }
    return {
      kind: 'came-back' as const,
      status,
      text: JSON.stringify(status === 200 ? said : { title: 'no' }),
    }
  }
  return {
    enquiries,
    around: {
      service: { origin: 'https://guard.example', person: 'ada', language: 'en-GB', ways: [way] as const },
    },
  }
}
const sent = ({ parts }: Enquiry) => parts.map(({ features, sameAs }) => [features === '', sameAs])

describe('a message that is checked a second time', () => {
  it('refers to the features that the service was sent the first time', async () => {
    const { enquiries, around } = serviceSaying()
    const memory = newMemory()
    await checkMessage(around, MESSAGE, 'compose', memory)
    await checkMessage(around, MESSAGE, 'send', memory)
    expect(enquiries.map(sent)).toEqual([
      [
        [false, undefined],
        [true, undefined],
      ],
      [
        [true, 'check-1'],
        [true, undefined],
      ],
    ])
    expect(enquiries[1]?.parts[0]?.sha256).toBe(enquiries[0]?.parts[0]?.sha256)
  })
  it('sends them again at once where the service remembers them no more', async () => {
    const { enquiries, around } = serviceSaying(200, 409, 200)
    const memory = newMemory()
    await checkMessage(around, MESSAGE, 'compose', memory)
    const judgement = await checkMessage(around, MESSAGE, 'send', memory)
    expect(judgement.kind).toBe('judged')
    expect(enquiries[2]?.parts).toEqual(enquiries[0]?.parts)
  })
  it('stays when the service will have neither', async () => {
    const { around } = serviceSaying(200, 409, 409)
    const memory = newMemory()
    await checkMessage(around, MESSAGE, 'compose', memory)
    const judgement = await checkMessage(around, MESSAGE, 'send', memory)
    expect(judgement).toMatchObject({ kind: 'unfinished', because: 'service-refused', carriesNothing: false })
  })
  it('waits for the first when its features are still on their way, and does not send them beside', async () => {
    const { enquiries, around } = serviceSaying()
    const [answers] = around.service.ways
    let arrive = (): void => undefined
    const arrived = new Promise<void>((settle) => {
      arrive = settle
    })
    const slow: SendOver = (...request) => arrived.then(() => answers(...request))
    const slowly = { service: { ...around.service, ways: [slow] } }
    const memory = newMemory()
    const early = checkMessage(slowly, MESSAGE, 'compose', memory)
    await memory.parts(MESSAGE)
    const sending = checkMessage(around, MESSAGE, 'send', memory)
    arrive()
    await Promise.all([early, sending])
    expect(enquiries.map(({ moment, parts }) => [moment, parts[0]?.sameAs])).toEqual([
      ['compose', undefined],
      ['send', 'check-1'],
    ])
  })
})
