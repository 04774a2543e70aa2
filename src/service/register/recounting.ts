import type { Transaction } from 'kysely'
import { compileEdition, type Edition, type EditionFile } from '../../register/register-index.ts'
import type { Release } from '../../release/release.ts'
import type { Tables } from '../tables/tables.ts'
import type { KnownEdition, KnownFile } from './compiled-editions.ts'
import { writeNovel } from './file-store.ts'
import type { Register } from './live-register.ts'

/** How many features of a file no published edition has. */
export const novelIn = (
  file: EditionFile,
  release: Release,
  series: readonly Edition[],
  at: number,
): number => compileEdition({ release, files: [file] }, series).features.novel(at)

/** Counts anew what is novel in the files of editions under embargo. */
async function countSeries(
  transaction: Transaction<Tables>,
  editions: readonly KnownEdition[],
  further: readonly Edition[],
  at: number,
): Promise<void> {
  const series = [...editions, ...further]
  for (const { release, files } of editions)
    for (const file of files.filter(({ standing }) => standing === 'embargoed'))
      await writeNovel(transaction, file.id, novelIn(file, release, series, at))
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
  { editions }: Register,
  moved: Release,
  at: number,
): Promise<void> {
  const from = editions.find(({ release }) => release.id === moved.id)?.release.series
  const now = editions.map((edition) =>
    edition.release.id === moved.id ? { ...edition, release: moved } : edition,
  )
  for (const series of new Set([from, moved.series]))
    await countSeries(
      transaction,
      now.filter(({ release }) => release.series === series),
      [],
      at,
    )
}
