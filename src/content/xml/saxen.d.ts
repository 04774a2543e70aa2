/** The part of saxen 11.2 that is used here; the package ships no types. */
declare module 'saxen' {
  type Decode = (text: string) => string
  export class Parser {
    on(
      hook: 'openTag',
      call: (
        name: string,
        attributes: () => Record<string, string>,
        decode: Decode,
        isEmpty: boolean,
      ) => void,
    ): this
    on(hook: 'closeTag', call: (name: string) => void): this
    on(hook: 'text', call: (text: string, decode: Decode) => void): this
    on(hook: 'cdata', call: (text: string) => void): this
    on(hook: 'attention', call: (declaration: string) => void): this
    on(hook: 'error', call: (fault: Error) => void): this
    write(piece: string): this
    end(): this
  }
}
