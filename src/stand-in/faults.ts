/** Something that goes wrong with one kind of call, as it does in the field. */
export type Fault =
  /** Outlook never answers. The library then never calls back, not even after its own 65 s. */
  | { readonly kind: 'silent' }
  /** Outlook answers with an error: 5001, 9003, … */
  | { readonly kind: 'refused'; readonly code: number }
  /** Outlook answers rightly, but only after so many milliseconds. */
  | { readonly kind: 'late'; readonly byMs: number }
  /** An attachment is handed over with nothing in it, although it has a size. */
  | { readonly kind: 'empty' }
  /** What was removed is listed still, as while another file is uploaded (OfficeDev/office-js issue 4508). */
  | { readonly kind: 'lingers' }
  /** Outlook says that it did it, and did not: a file that was removed is still listed. */
  | { readonly kind: 'undone' }
  /** The message between frame and host is lost: -1 to -6. The library then never calls back either. */
  | { readonly kind: 'transport'; readonly code: number }

/**
 * Faults by the name of the method in Office’s own words: `to.getAsync`,
 * `getAttachmentContentAsync`, `sessionData.setAsync`. `*` is every call.
 */
export type Faults = Readonly<Record<string, Fault>>

/** The fault that a call meets, if any. */
export function faultFor(faults: Faults, method: string): Fault | undefined {
  return faults[method] ?? faults['*']
}
