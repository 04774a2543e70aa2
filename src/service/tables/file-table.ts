import type { ColumnType, Generated } from 'kysely'
import type { Unreadable } from '../../content/content.ts'

/** One file of an edition: what is needed to recognise it, and nothing one could read it from. */
export type FileTable = {
  id: string
  /** Grows from file to file: the order they were registered in. */
  place: Generated<number>
  release_id: string
  name: string
  /** `embargoed`: of the edition to come. `published`: of one that everybody has already. */
  standing: 'embargoed' | 'published'
  /** SHA-256 of the file and of each file in it, keyed (keyed-features.ts), 32 bytes each. */
  hashes: Buffer[]
  /** How many figures were read in it. */
  figures: number
  /**
   * Its features, keyed, each once, sorted, with what each weighs
   * (`runs` in src/register/records.ts). One value per file, not a row per feature.
   */
  records: Buffer
  /** Its rare figures, keyed, each by itself. */
  rare_figures: Buffer
  /** Which of them its features are made of. */
  made_of: Buffer
  /** How many of them no published edition has, counted at each registration in the series. */
  novel: number
  /** The parts that could not be read, and why. */
  unreadable: ColumnType<readonly { readonly part: string; readonly because: Unreadable }[], string>
  added_at: Date
  added_by: string
}
