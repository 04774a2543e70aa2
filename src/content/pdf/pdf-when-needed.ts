import { type ReadFile, unreadable } from '../inside.ts'

/**
 * A reader that is loaded when the first file for it comes. It waits for that in
 * a pause, which whoever drives the reading keeps; where it does not come the
 * file is `reader-not-loaded`, and the next file tries again.
 */
export function whenNeeded(load: () => PromiseLike<ReadFile>): ReadFile {
  let loaded: ReadFile | null = null
  const loading = () =>
    load().then(
      (reader) => {
        loaded = reader
      },
      () => undefined,
    )
  return function* read(opened) {
    if (loaded === null) yield { kind: 'pause', until: loading() }
    if (loaded === null) return yield unreadable(opened.path, 'reader-not-loaded')
    yield* loaded(opened)
  }
}

/** The reader of PDF as a file of its own, in the place of `pdf-reader.ts` (webpack.config.js). */
export const readPdf: ReadFile = whenNeeded(() =>
  import(/* webpackChunkName: "pdf" */ './pdf.ts').then((module) => module.readPdf),
)
