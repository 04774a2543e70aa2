import { delimiterOf } from './delimiter.ts'

/** What a text is, told by how it begins. */
export type TextFormat = 'rtf' | 'html' | 'xml' | 'mail' | 'text' | 'unknown'

/** Two lines of a mail's header, each as long as its folding makes it. */
const HEADER_LINES = /^(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2}/
/** The line that parts the mails of a mailbox file. */
const MAILBOX_LINE = /^From [^\n]*\n/

const TAG =
  /<(?:table|tr|td|th|body|div|p|pre|span|a|br|meta|style|font|center|ul|ol|li|h[1-6]|b|i|u|sup)(?:\s[^>]*)?\/?>/gi

/** Fewer lines say nothing about what parts their fields. */
const LINES_OF_TABLE = 3

/** @param head the first few thousand characters, without a byte order mark */
export function textFormatOf(head: string): TextFormat {
  const start = head.replace(/^\s+/, '')
  if (/^\{\\rt/.test(start)) return 'rtf'
  if (/^%!PS/.test(start)) return 'unknown'
  if (/^<(?:!doctype\s+html|html\b)/i.test(start)) return 'html'
  if (/^<\?xml/.test(start)) return /<html\b/i.test(head) ? 'html' : 'xml'
  if (HEADER_LINES.test(start.replace(MAILBOX_LINE, '')) && isMail(start)) return 'mail'
  if (isMarkedUp(start)) return 'html'
  return /^<[a-z_][\w:.-]*(?:\s[^<]*)?>/i.test(start) ? 'xml' : 'text'
}

const isMail = (start: string): boolean =>
  /^(?:MIME-Version|Content-Type|Received|Return-Path|From|Date|Message-ID|Subject|Delivered-To|X-[\w-]+):/im.test(
    start.slice(0, 400),
  ) && /^(?:MIME-Version|Content-Type|From|Received):/im.test(start)

/**
 * Whether text is a page without its beginning: it begins with a tag, or has one in
 * every line and no delimiter. A table of text may have tags in some of its fields.
 */
function isMarkedUp(start: string): boolean {
  const tags = (start.match(TAG) ?? []).length
  if (tags === 0 || start[0] === '<') return tags > 0
  const lines = start.split('\n').length
  return tags >= lines && (lines < LINES_OF_TABLE || delimiterOf(start) === null)
}
