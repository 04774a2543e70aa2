import type { Transaction } from 'kysely'
import { novelIn, publicationsIn } from '../../register/publications.ts'
import type { Edition, EditionFile } from '../../register/register-index.ts'
import type { Release } from '../../release/release.ts'
import type { Tables } from '../tables/tables.ts'
import type { KnownEdition, KnownFile } from './compiled-editions.ts'
import { writeNovel } from './file-store.ts'
import type { Register } from './live-register.ts'

/** How many features of a file to be added no published edition has. */
export const novelInNew = (
  file: EditionFile,
  release: Release,
  series: readonly Edition[],
  at: number,
): number => novelIn(file, release, publicationsIn([{ release, files: [file] }], series), at)

/** Counts anew what is novel in the files of editions under embargo. */
async function countSeries(
  transaction: Transaction<Tables>,
  editions: readonly KnownEdition[],
  further: readonly Edition[],
  at: number,
): Promise<void> {
  const publications = publicationsIn(editions, [...editions, ...further])
  const counts = editions.flatMap(({ release, files }) =>
    files
      .filter(({ standing }) => standing === 'embargoed')
      .map((file) => ({ id: file.id, novel: novelIn(file, release, publications, at) })),
  )
  await writeNovel(transaction, counts)
}

/** Another published file makes figures of the series public: what is novel in the others is counted anew. */
export const countWith = (
  transaction: Transaction<Tables>,
  published: EditionFile,
  release: Release,
  series: readonly KnownEdition[],
  at: number,
): Promise<void> => countSeries(transaction, series, [{ release, files: [published] }], at)

/** A file is gone: what it made public is novel again in the others. */
export const countWithout = (
  transaction: Transaction<Tables>,
  gone: Pick<KnownFile, 'id'>,
  series: readonly KnownEdition[],
  at: number,
): Promise<void> =>
  countSeries(
    transaction,
    series.map(({ release, files }) => ({ release, files: files.filter(({ id }) => id !== gone.id) })),
    [],
    at,
  )

/** A release went to another series: both are counted anew. */
export async function countAnew(
  transaction: Transaction<Tables>,
  { releases, editionsOf }: Register,
  moved: Release,
  at: number,
): Promise<void> {
  const from = releases.find(({ id }) => id === moved.id)?.series
  if (from === undefined || from === moved.series) return
  const its = await editionsOf(from)
  const left = its.filter(({ release }) => release.id !== moved.id)
  const came = its.filter(({ release }) => release.id === moved.id)
  const joined = [
    ...(await editionsOf(moved.series)),
    ...came.map((edition) => ({ ...edition, release: moved })),
  ]
  for (const series of [left, joined]) await countSeries(transaction, series, [], at)
}
