import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BreachRecord } from '../../breach-report/breach-record.ts'
import { deletionRequestOf } from '../../breach-report/deletion-request.ts'
import { headersFor, type Service } from '../../outlook/ask-service.ts'
import type { CheckRecord, WentOut } from '../../register/clearance.ts'
import { askPane } from '../pane-service.ts'
import type { PaneWording } from '../wording.ts'
import type { WentOutStep } from './went-out-wording.ts'

const NOTHING_DONE: WentOut = {
  noticedAt: null,
  recalledAt: null,
  deletionAskedAt: null,
  informedAt: null,
  note: '',
}

/** What was done about a message that got out, and how to say that more is. */
export type WentOutInHand = {
  readonly done: WentOut
  /** The text that asks to delete it; empty until the record is here. */
  readonly request: string
  readonly fault: string | null
  mark(step: WentOutStep): void
  /** The drafted report, or `null`: `fault` says why. */
  report(format: 'docx' | 'text'): Promise<Blob | null>
}

/** The part of the breach record that a request to delete is made from. */
function breachOf({ message, findings, at, verdict }: CheckRecord): BreachRecord {
  const telling = findings.filter((finding) => finding.verdict !== 'allow' && finding.release !== null)
  const release = telling[0]?.release ?? null
  const without = telling.reduce<readonly string[]>((all, { recipients }) => all.concat(recipients), [])
  return {
    output: { title: release?.title ?? '', series: null, link: null, dueAt: release?.at ?? null },
    producer: null,
    division: null,
    reporter: null,
    headOfProfession: null,
    statementLink: null,
    reportedAt: null,
    message: {
      sentAt: at,
      sender: message.from,
      recipients: message.recipients.map(({ address }) => ({
        address,
        hasAccess: !without.includes(address),
      })),
      found: telling.map(({ part, kind }) => ({ part, kind, figures: null })),
      verdict: { kind: verdict, at },
      deliveredAt: null,
    },
    afterwards: {
      noticedAt: null,
      recalledAt: null,
      deletionRequestedAt: null,
      informedAt: null,
      deletions: [],
    },
  }
}

const pathOf = (check: string): string => `/api/checks/${encodeURIComponent(check)}`

async function readRecord(check: string, service: Service): Promise<CheckRecord | null> {
  const got = await askPane<CheckRecord>(service, 'GET', pathOf(check))
  return got.kind === 'got' ? got.value : null
}

/**
 * A check whose message got out.
 *
 * @param clockAheadMs what the service’s clock is ahead of this machine’s
 */
export function useWentOut(
  check: string,
  clockAheadMs: number,
  wording: PaneWording,
  service: Service,
): WentOutInHand {
  const queries = useQueryClient()
  const [fault, setFault] = useState<string | null>(null)
  const { data: record } = useQuery({
    queryKey: ['record', check],
    queryFn: () => readRecord(check, service),
    retry: false,
  })
  const done = record?.wentOut ?? NOTHING_DONE
  const mark = async (step: WentOutStep): Promise<void> => {
    const now: WentOut = { ...done, [step]: Math.round(Date.now() + clockAheadMs) }
    const got = await askPane<CheckRecord>(service, 'PUT', `${pathOf(check)}/went-out`, now)
    if (got.kind === 'got') queries.setQueryData(['record', check], got.value)
    const because = got.kind === 'refused' ? got.because : wording.waysOut.clearance.unreachable
    setFault(got.kind === 'got' ? null : wording.wentOut.failed(because))
  }
  return {
    done,
    request: record ? deletionRequestOf(breachOf(record), wording.language).body : '',
    fault,
    mark: (step) => void mark(step),
    async report(format) {
      const query = `format=${format}&language=${wording.language}`
      const got = await fetch(`${service.origin}${pathOf(check)}/report?${query}`, {
        headers: headersFor(service),
      }).catch(() => null)
      setFault(got?.ok ? null : wording.wentOut.failed(wording.waysOut.clearance.unreachable))
      return got?.ok ? got.blob() : null
    },
  }
}
