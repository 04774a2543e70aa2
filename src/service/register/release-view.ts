import type { ReleaseInFull } from '../../register/administration.ts'
import type { RegisteredFile } from '../../register/contract.ts'
import { isEmbargoed } from '../../release/embargo.ts'
import type { DetailedRelease } from '../../release/release-details.ts'
import type { Language } from '../../release/said.ts'
import { adviceOn } from './advice.ts'
import type { StoredFile } from './file-store.ts'
import type { Register } from './live-register.ts'

/** A file as those who ask see it. */
export function registeredFile(
  file: StoredFile,
  { releases, files }: Register,
  at: number,
  language: Language,
): RegisteredFile {
  const { release, ...told } = file
  const advice = adviceOn(file, releases, files, at).map((said) => said[language])
  return { ...told, advice }
}

/**
 * A release as those who ask see it.
 *
 * @param at milliseconds since 1970-01-01T00:00:00Z, by the service's clock
 */
export function releaseInFull(
  release: DetailedRelease,
  register: Register,
  at: number,
  language: Language,
): ReleaseInFull {
  const files = register.files.filter((file) => file.release === release.id)
  return {
    ...release,
    embargoed: isEmbargoed(release, at),
    files: files.map((file) => registeredFile(file, register, at, language)),
  }
}
