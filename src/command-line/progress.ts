/** Shows how far a batch is, on stderr and only where somebody watches. */
export type Progress = { show(done: number, of: number, what: string): void; clear(): void }

export function progressOn(terminal: NodeJS.WriteStream): Progress {
  if (!terminal.isTTY) return { show: () => undefined, clear: () => undefined }
  return {
    show: (done, of, what) => {
      const line = `${done + 1} of ${of}  ${what}`.slice(0, terminal.columns - 1)
      terminal.write(`\r\u001b[K${line}`)
    },
    clear: () => {
      terminal.write('\r\u001b[K')
    },
  }
}
