/** What the fake Outlook shows beside the pane. */
export type FakeWindow = {
  readonly language: string
  /** Background of Outlook’s own window. */
  readonly background: string
  readonly message: FakeMessage | null
}

export type FakeMessage = {
  readonly to: readonly string[]
  readonly html: string
  readonly files: readonly { readonly name: string; readonly base64: string }[]
  /** Outlook does not answer any question. */
  readonly silent?: boolean
}

declare global {
  interface Window {
    /** Changes the message as its writer would; `tell` says whether Outlook has an event for it. */
    changeMessage(message: FakeMessage, tell: boolean): void
    /** How often Outlook was asked for the body. */
    bodyAsked: number
  }
}

/**
 * A fake Office at the pane’s edge. Runs inside the page, so it stands for
 * itself: nothing outside of it is seen there.
 */
export function fakeOffice(shown: FakeWindow): void {
  let message = shown.message
  const handlers: (() => void)[] = []
  const succeed = <T>(value: T, reply: (result: object) => void): void => {
    if (!message?.silent) setTimeout(() => reply({ status: 'succeeded', value }), 1)
  }
  const asks = <T>(read: () => T) => ({
    getAsync: (...given: readonly unknown[]) => {
      const reply = given[given.length - 1]
      if (typeof reply === 'function') succeed(read(), (result) => reply(result))
    },
  })
  const person = (emailAddress: string) => ({
    emailAddress,
    displayName: emailAddress,
    recipientType: 'externalUser',
  })
  const item = {
    from: asks(() => person('ada@statistics.example')),
    to: asks(() => (message?.to ?? []).map(person)),
    cc: asks(() => []),
    bcc: asks(() => []),
    body: asks(() => {
      window.bodyAsked += 1
      return message?.html ?? ''
    }),
    delayDeliveryTime: asks(() => 0),
    getAttachmentsAsync: (reply: (result: object) => void) =>
      succeed(
        (message?.files ?? []).map(({ name, base64 }, index) => ({
          id: String(index),
          name,
          size: base64.length,
          attachmentType: 'file',
        })),
        reply,
      ),
    getAttachmentContentAsync: (id: string, reply: (result: object) => void) =>
      succeed({ format: 'base64', content: message?.files[Number(id)]?.base64 ?? '' }, reply),
    addHandlerAsync: (_event: string, handler: () => void, reply: (result: object) => void) => {
      handlers.push(handler)
      succeed(undefined, reply)
    },
    removeHandlerAsync: (_event: string, reply: (result: object) => void) => succeed(undefined, reply),
  }
  Object.assign(window, {
    bodyAsked: 0,
    Office: {
      onReady: () => Promise.resolve({ host: 'Outlook' }),
      EventType: { OfficeThemeChanged: 'officeThemeChanged' },
      context: {
        displayLanguage: shown.language,
        officeTheme: { bodyBackgroundColor: shown.background },
        requirements: { isSetSupported: () => false },
        mailbox: {
          userProfile: { emailAddress: 'ada@statistics.example' },
          item: message && item,
          addHandlerAsync: () => undefined,
        },
      },
    },
    changeMessage(next: FakeMessage, tell: boolean) {
      message = next
      if (tell) for (const handler of handlers) handler()
    },
  })
}
