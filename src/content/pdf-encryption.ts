import type { PdfDictionary, Resolve } from './pdf-values.ts'

export type Decrypter = {
  text(text: string, number: number, generation: number): string
  bytes(bytes: Uint8Array, number: number, generation: number): Uint8Array
}

export function decrypterOf(_trailer: PdfDictionary, _resolve: Resolve): Decrypter | null {
  return null
}
