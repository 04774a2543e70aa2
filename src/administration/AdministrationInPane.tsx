import { type ReactElement, useMemo, useState } from 'react'
import { surroundings } from '../outlook/surroundings.ts'
import { Administration } from './Administration.tsx'
import type { Place } from './place.ts'
import { askAs } from './saving/ask.ts'
import { DeskContext } from './saving/desk.ts'
import { administrationWording } from './wording.ts'

/** The register beside a message. Where one is in it is kept here: the address of a pane belongs to Outlook. */
export function AdministrationInPane(): ReactElement {
  const { person, language } = surroundings()
  const [place, go] = useState<Place>({ screen: 'releases' })
  const wording = administrationWording(language)
  const ask = useMemo(() => askAs(person, wording.language), [person, wording])
  return (
    <DeskContext value={{ ask, person, wording, place, go }}>
      <Administration />
    </DeskContext>
  )
}
