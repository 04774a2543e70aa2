import type { Draft } from './draft.ts'

/** The draft as classic Outlook and the Mac show it: an attachment’s id is its place in the list. */
export function withPlaces(draft: Draft): Draft {
  const attachments = draft.attachments.map((each, place) => ({ ...each, id: String(place) }))
  return { ...draft, attachments }
}

/** A change that was asked for by places, as one of the draft itself. */
export function changeByPlaces(change: (draft: Draft) => Draft): (draft: Draft) => Draft {
  return (draft) => {
    const changed = change(withPlaces(draft))
    const attachments = changed.attachments.map((each) => draft.attachments[Number(each.id)] ?? each)
    return { ...changed, attachments }
  }
}
