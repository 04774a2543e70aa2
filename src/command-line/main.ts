import { BACKUP_OPTIONS, backup } from './backup.ts'
import { CHECK_OPTIONS, check } from './check.ts'
import { EXIT, type Failure, wrongUsage } from './exit-code.ts'
import { HELP } from './help.ts'
import { MANIFEST_OPTIONS, manifest } from './manifest.ts'
import { isGiven, type OptionKind, type Options, optionsFrom } from './options.ts'
import { RELEASE_ADD_OPTIONS, releaseAdd } from './release-add.ts'
import { RESTORE_OPTIONS, restore } from './restore.ts'

type Command = {
  readonly name: keyof typeof HELP
  readonly options: Readonly<Record<string, OptionKind>>
  /** The option that the first word gives when it has no `--` before it. */
  readonly operand?: string
  run(options: Options): Promise<number | Failure>
}

/** The longest name first: `release add` before `release`. */
const COMMANDS: readonly Command[] = [
  { name: 'release add', options: RELEASE_ADD_OPTIONS, run: releaseAdd },
  { name: 'check', options: CHECK_OPTIONS, run: check },
  { name: 'backup', options: BACKUP_OPTIONS, operand: 'file', run: backup },
  { name: 'restore', options: RESTORE_OPTIONS, operand: 'file', run: restore },
  { name: 'manifest', options: MANIFEST_OPTIONS, run: manifest },
  {
    name: 'release',
    options: { help: 'flag' },
    run: async () => wrongUsage('“release” needs a word behind it: release add.'),
  },
]

function help(name: keyof typeof HELP): number {
  process.stdout.write(HELP[name])
  return EXIT.allow
}

async function run(words: readonly string[]): Promise<number | Failure> {
  if (words.length === 0 || words[0] === '--help' || words[0] === 'help') return help('program')
  const command = COMMANDS.find(({ name }) => name.split(' ').every((word, at) => words[at] === word))
  if (command === undefined)
    return wrongUsage(`There is no command “${words[0]}”. Ask with --help for those there are.`)
  const given = words.slice(command.name.split(' ').length)
  const named = command.operand && given[0]?.startsWith('--') === false ? [`--${command.operand}`] : []
  const options = optionsFrom([...named, ...given], command.options)
  if (options.kind === 'failure') return options
  return isGiven(options, 'help') ? help(command.name) : command.run(options)
}

const ended = await run(process.argv.slice(2))
if (typeof ended !== 'number') process.stderr.write(`${ended.sentence}\n`)
process.exitCode = typeof ended === 'number' ? ended : ended.code
