import type { Release } from '../../release/release.ts'
import type { Said } from '../../release/said.ts'
import type { StoredFile } from './file-store.ts'

/** Whether somebody can already have read the figures of this file. */
const isPublic = (file: StoredFile, release: Release | undefined, at: number): boolean =>
  file.standing === 'published' ||
  release?.state === 'published' ||
  (release?.state === 'confirmed' && at >= release.at)

/** Whether the series of a file’s release has another file that everybody has already. */
export function hasPublished(
  file: Pick<StoredFile, 'id' | 'release'>,
  releases: readonly Release[],
  files: readonly StoredFile[],
  at: number,
): boolean {
  const series = releases.find((release) => release.id === file.release)?.series
  const others = new Map(
    releases.filter((release) => release.series === series).map((release) => [release.id, release]),
  )
  return files.some(
    (other) =>
      other.id !== file.id && others.has(other.release) && isPublic(other, others.get(other.release), at),
  )
}

/**
 * What the administrator should know of a file under embargo.
 *
 * @param files every file of the register
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export function adviceOn(
  file: StoredFile,
  releases: readonly Release[],
  files: readonly StoredFile[],
  at: number,
): readonly Said[] {
  if (file.figures === 0)
    return [
      {
        en: `No figures could be read in ${file.name}: only an exact copy of the file will be recognised.`,
        cy: `Ni ellid darllen ffigurau yn ${file.name}: dim ond copi union o’r ffeil a gaiff ei adnabod.`,
      },
    ]
  if (file.standing === 'published') return []
  if (!hasPublished(file, releases, files, at))
    return [
      {
        en: 'No published edition of this series is registered: figures that are public already will be taken for unpublished ones. Register the last published files too.',
        cy: 'Nid oes argraffiad cyhoeddedig o’r gyfres hon wedi’i gofrestru: cymerir bod ffigurau sydd eisoes yn gyhoeddus heb eu cyhoeddi. Cofrestrwch y ffeiliau cyhoeddedig diwethaf hefyd.',
      },
    ]
  if (file.novel === 0)
    return [
      {
        en: `All figures of ${file.name} are in a published edition already: is it the right file?`,
        cy: `Mae holl ffigurau ${file.name} mewn argraffiad cyhoeddedig eisoes: ai dyma’r ffeil gywir?`,
      },
    ]
  return []
}
