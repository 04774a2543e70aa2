const listed = (texts: readonly string[]): string => texts.map((each) => `“${each}”`).join(', ')

/** Every text that the try-out shows, in one place. British English. */
export const WORDING = {
  alert: {
    buttons: {
      sendAnyway: 'Send Anyway',
      doNotSend: 'Don’t Send',
      act: 'Take Action',
      tryLater: 'Try Later',
    },
    stopped: (addIn: string) => `${addIn} has stopped this message from being sent.`,
    takingLonger: (addIn: string) => `${addIn} is taking longer than expected to check your message.`,
    timedOut: (addIn: string) => `${addIn} could not finish checking your message in time.`,
    failed: (addIn: string) => `${addIn} has met an error and could not check your message.`,
    unavailable: (addIn: string) =>
      `${addIn} is not available at the moment, so your message was not checked.`,
  },
  send: {
    busy: 'This message is being checked already.',
    nobody: 'Add at least one recipient to send this message.',
    unresolved: (names: readonly string[]) =>
      `${listed(names)} ${names.length === 1 ? 'is not an address' : 'are not addresses'} that mail can be sent to. Correct or remove ${names.length === 1 ? 'it' : 'them'}.`,
  },
} as const
