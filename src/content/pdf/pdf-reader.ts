import type { ReadFile } from '../inside.ts'
import { readPdf as read } from './pdf.ts'

/**
 * The reader of PDF where a program is one file: classic Outlook’s event bundle,
 * the service, the command line. In pages, which can load more, `pdf-when-needed.ts`
 * stands in its place (webpack.config.js).
 */
export const readPdf: ReadFile = read
