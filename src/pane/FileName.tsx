import { Fragment, type ReactElement } from 'react'

/** A file’s name, which may be parted where a person would part it: after `_`, `-` and `/`. */
export function FileName({ name }: { name: string }): ReactElement {
  return (
    <>
      {name.split(/([_\-/]+)/).map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one name never change places
        <Fragment key={index}>
          {index % 2 === 0 && index > 0 && <wbr />}
          {piece}
        </Fragment>
      ))}
    </>
  )
}
