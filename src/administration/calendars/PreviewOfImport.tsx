import { Text } from '@fluentui/react-components'
import type { ReactElement, ReactNode } from 'react'
import type { ImportPreview } from '../../register/administration.ts'
import { instantFrom } from '../../release/london-time.ts'
import { useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'

function Group({
  heading,
  children,
}: {
  heading: string
  children: readonly ReactNode[]
}): ReactElement | null {
  const forms = useFormStyles()
  if (children.length === 0) return null
  return (
    <div className={forms.stack}>
      <Text as="h3" weight="semibold" style={{ margin: 0 }}>
        {heading}
      </Text>
      <ul className={forms.list}>{children}</ul>
    </div>
  )
}

function Line(props: { line: number; title: string; told: readonly string[] }): ReactElement {
  const { line, title, told } = props
  const forms = useFormStyles()
  const { imports: said } = useWording()
  return (
    <li className={forms.card}>
      <Text className={forms.text}>
        <Text size={200} className={forms.quiet}>
          {said.line(line)}
        </Text>{' '}
        <Text weight="semibold">{title}</Text>
      </Text>
      {told.map((sentence) => (
        <Text key={sentence} className={forms.text}>
          {sentence}
        </Text>
      ))}
    </li>
  )
}

/** Every change that an import would make, and every row and field that it could not take. */
export function PreviewOfImport({ name, preview }: { name: string; preview: ImportPreview }): ReactElement {
  const forms = useFormStyles()
  const { imports: said, dateAndTime } = useWording()
  /** With its weekday, by which a wrong date is noticed; months stay as they are. */
  const spelled = (london: string): string => {
    const time = instantFrom(london)
    return time.kind === 'instant' ? dateAndTime(time.at) : london
  }
  const { added, changed, refused, faults, unchanged } = preview
  const isNothing = added.length + changed.length + refused.length + faults.length === 0
  return (
    <div className={forms.wide}>
      <Text role="status" className={forms.text}>
        {name}: {isNothing ? said.nothing : said.unchanged(unchanged)}
      </Text>
      <Group heading={said.refused(refused.length)}>
        {refused.map(({ line, title, because }) => (
          <Line key={`${line} ${title}`} line={line} title={title} told={[because]} />
        ))}
      </Group>
      <Group heading={said.faults(faults.length)}>
        {faults.map(({ line, field, because }) => (
          <Line key={`${line} ${field} ${because}`} line={line} title={field} told={[because]} />
        ))}
      </Group>
      <Group heading={said.changed(changed.length)}>
        {changed.map(({ line, title, fields }) => (
          <Line
            key={`${line} ${title}`}
            line={line}
            title={title}
            told={fields.map(({ field, before, after }) => said.fromTo(field, before, after))}
          />
        ))}
      </Group>
      <Group heading={said.added(added.length)}>
        {added.map(({ line, title, london }) => (
          <Line key={`${line} ${title}`} line={line} title={title} told={[spelled(london)]} />
        ))}
      </Group>
    </div>
  )
}
