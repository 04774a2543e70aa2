/** Bytes as base64, as Outlook hands attachments over. */
export function base64Of(blob: Blob): Promise<string> {
  return new Promise((settle, fail) => {
    const reader = new FileReader()
    reader.onload = () => {
      const address = String(reader.result)
      settle(address.slice(address.indexOf(',') + 1))
    }
    reader.onerror = () => fail(reader.error ?? new Error('unreadable'))
    reader.readAsDataURL(blob)
  })
}

/** A file of this origin as base64, or `null` where it cannot be had. */
export async function fetchedBase64(address: string): Promise<string | null> {
  if (new URL(address, location.href).origin !== location.origin) return null
  const response = await fetch(address).catch(() => null)
  return response?.ok ? base64Of(await response.blob()) : null
}
