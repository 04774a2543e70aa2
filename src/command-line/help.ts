/** What the program and each command say to --help. */
export const HELP = {
  program: `embargo-guard: may these figures leave?

  embargo-guard release add   register a release and the files of its edition
  embargo-guard check         check a message, or many files, as Outlook would on Send
  embargo-guard manifest      the add-in's manifest for one office
  embargo-guard backup        write everything in a register into one file
  embargo-guard restore       fill an empty register from such a file

Each command explains itself with --help.
Exit codes: 0 allow, 10 warn, 20 block, 64 wrong usage, 70 could not check.
`,
  release: `embargo-guard release add   register a release and the files of its edition

Ask “embargo-guard release add --help” for its options.
`,
  'release add': `embargo-guard release add --series TEXT --title TEXT --at TIME [options]

Registers a release. Files are read here; only their features go to the register.

  --series TEXT        the publication that recurs: "Public Sector Employment"
  --title TEXT         this issue of it
  --at TIME            when it is public: "2026-05-19 07:00" (London), or ISO 8601 with an offset
  --state STATE        provisional, confirmed (default), published, postponed or cancelled
  --embargo FILE…      files of the edition under embargo
  --published FILE…    files of the edition published before it: what they hold is no news
  --team ADDRESS…      who makes the release: addresses, or domains as @statistics.example
  --json               print JSON
  --service URL        the service to ask (default http://localhost:3000)
  --data DIR           work on the register in DIR without a running service

Prints the release's id and, of each file, the figures found and how many features are novel.
`,
  backup: `embargo-guard backup FILE [options]

Writes everything in the register into FILE: releases, access lists, features of files, settings,
clearances and the journal, with counts and a SHA-256. A service may run on the register meanwhile.
The secret is not in it. Keep it too, in another place: without it nothing is recognised.

  --data DIR           the directory of the register (default EMBARGO_GUARD_DATA, else ./data)
  --database URL       the PostgreSQL it is in (default DATABASE_URL, else the one in DIR)
`,
  restore: `embargo-guard restore FILE [options]

Fills an empty register from a backup. Before: the whole file is checked, and that the secret is the
one it was made with. After: every count and the chain of the journal; otherwise nothing is kept.
Put the file “secret” into DIR first, or its digits into EMBARGO_GUARD_SECRET.

  --data DIR           the directory of the register (default EMBARGO_GUARD_DATA, else ./data)
  --database URL       the PostgreSQL to fill (default DATABASE_URL, else the one in DIR)
`,
  check: `embargo-guard check [--attach FILE…] [--body FILE] [options]
embargo-guard check --each FILE… [options]

Checks a message, or each file as the only attachment of a message of its own.

  --from ADDRESS       the sender
  --to ADDRESS…        the recipients
  --attach FILE…       attachments of one message
  --body FILE          its body: .html as HTML, anything else as plain text
  --each FILE…         one message for each file; prints one line of JSON for each
  --as-body            with --each: .txt and .html are the body, not an attachment
  --deliver-at TIME    scheduled delivery: "2026-05-19 07:00" (London), or ISO 8601 with an offset
  --at TIME            judge as if it were this time; only with --data or against a try-out
  --json               print JSON
  --service URL        the service to ask (default http://localhost:3000)
  --data DIR           work on the register in DIR without a running service

Exit codes: 0 allow, 10 warn, 20 block, 64 wrong usage, 70 could not check; with --each the worst of all.
`,
  manifest: `embargo-guard manifest --origin URL [--soft-block]

Prints the manifest that an administrator deploys, for the add-in served from URL.

  --origin URL         https and the host name, as in https://guard.office.example
  --soft-block         for where send mode Block is not allowed: an outage then means unchecked mail
`,
} as const
