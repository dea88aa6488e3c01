import { Failure } from '@plume/records'
import { type Generated, type GeneratedAlways, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

/** The tables as the migrations make them. Times are `Date`, JSON columns are parsed by the stores. */
export type Tables = {
  users: {
    id: string
    login: string
    display_name: string
    role: string
    password_hash: string
    created_at: Generated<Date>
  }
  sessions: {
    token_sha256: string
    user_id: string
    opened_at: Generated<Date>
    used_at: Generated<Date>
  }
  dictations: {
    id: string
    sha256: string
    byte_length: string | number
    file_name: string
    author_id: string
    uploaded_by: string
    work_type: string
    template_id: string
    locale: string
    given_locale: string
    language_origin: Generated<string>
    priority: string
    priority_rank: GeneratedAlways<number>
    patient: unknown
    patient_id: GeneratedAlways<string | null>
    medical_order: unknown
    received_at: Date
    status: string
    step: string | null
    waiting_for: string | null
    failure_reason: string | null
    lease_worker: string | null
    lease_until: Date | null
    fence: Generated<number>
    stale_leases: Generated<number>
    facts: unknown
    duration_ms: number | null
    peaks: unknown
    playback_sha256: string | null
    recognition_id: string | null
    recorder_key: string | null
    recorded_until: string | null
    newer_version_id: string | null
    recognised_ms: number | null
    promoted_at: Date | null
  }
  recognised_pieces: {
    dictation_id: string
    plan: string
    piece: number
    content: unknown
    heard_at: Generated<Date>
  }
  recognition_plans: {
    dictation_id: string
    part: Generated<number>
    is_last: Generated<boolean>
    plan: string
    content: unknown
  }
  recognition_shares: {
    dictation_id: string
    part: Generated<number>
    number: number
    from_piece: number
    to_piece: number
    audio_ms: number
    worker: string | null
    claimed_until: Date | null
    fence: Generated<number>
    stale_claims: Generated<number>
    queued_at: Generated<Date>
    promoted_at: Date | null
  }
  appended_recordings: {
    dictation_id: string
    position: number
    sha256: string
    byte_length: string | number
    file_name: string
    uploaded_by: string
    received_at: Date
  }
  recording_passwords: {
    id: GeneratedAlways<string>
    author_id: string
    sealed: Buffer
    added_by: string
    added_at: Generated<Date>
  }
  author_terms: {
    author_id: string
    terms: unknown
    replaced_at: Date
  }
  author_commands: {
    author_id: string
    switched_off: unknown
    replaced_at: Date
  }
  recognitions: {
    id: string
    dictation_id: string
    content: unknown
    created_at: Generated<Date>
  }
  reports: {
    id: string
    dictation_id: string
    author_id: string
    title: string
    status: string
    version: number
    claimed_by: string | null
    claimed_at: Date | null
    finalised_by: string | null
    finalised_at: Date | null
    signed_by: string | null
    signed_at: Date | null
    signed_version: number | null
    letter_of: string | null
    letter_of_version: number | null
    created_at: Generated<Date>
    updated_at: Generated<Date>
  }
  report_versions: {
    report_id: string
    number: number
    kind: string
    saved_by: string | null
    saved_at: Date
    content: string
    hash: string
  }
  writer_findings: {
    report_id: string
    version: number
    content: string
  }
  finding_decisions: {
    id: GeneratedAlways<string>
    report_id: string
    finding: string
    decision: string
    decided_by: string
    decided_at: Date
  }
  audit_events: {
    id: GeneratedAlways<string>
    at: Date
    actor: string | null
    kind: string
    dictation_id: string | null
    report_id: string | null
    detail: unknown
  }
  lexicon_imports: {
    id: GeneratedAlways<string>
    layer: string
    owner: string
    source: string
    format: string
    sha256: string
    imported_at: Generated<Date>
    withdrawn_at: Date | null
  }
  lexicon_entries: {
    id: GeneratedAlways<string>
    layer: string
    owner: string
    import_id: string
    form: string
    preferred: string
    locale: string
    class: string
    source: string
    status: string
    spoken: string[]
    case_rule: string
    weight: number
    expansion: string
  }
  mishearings: {
    id: GeneratedAlways<string>
    layer: string
    owner: string
    locale: string
    heard: string
    meant: string
    added_at: Generated<Date>
    removed_at: Date | null
  }
  lexicon_version: {
    only_row: Generated<boolean>
    number: string | number
  }
  macros: {
    id: string
    author_id: string | null
    locale: string
    name: string
    spoken: string[]
    body: string
    version: number
    changed_at: Date
  }
  correspondents: {
    id: string
    number: string
    title: string
    given_name: string
    family_name: string
    degrees: string
    specialty: string
    lines: string[]
    language: string
    salutation_en: string
    salutation_fr: string
    phone: string
    fax: string
    key: string
    name_key: string
    searched: string
    changed_at: Date
  }
  macro_versions: {
    macro_id: string
    version: number
    author_id: string | null
    locale: string
    name: string
    body: string
    changed_at: Date
  }
  outbox: {
    id: GeneratedAlways<string>
    queue: string
    payload: unknown
    priority: number
    created_at: Generated<Date>
    relayed_at: Date | null
    not_before: Date | null
  }
  workers: {
    id: string
    seen_at: Generated<Date>
    engines: unknown
    languages: string[]
    report: unknown
  }
}

export type Database = {
  readonly url: string
  readonly db: Kysely<Tables>
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** Opens a pool. Connections that break are replaced; their errors never end the process. */
export function openDatabase(url: string, options: { readonly max?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: 10_000,
  })
  // Without a listener, an idle connection that Postgres closes would crash the process.
  pool.on('error', () => {})
  // The same for a connection that breaks between two statements of a transaction.
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { url, db, pool, close: () => db.destroy() }
}

/** Where a URL leads, without its user and password. */
export function describeDatabase(url: string): string {
  try {
    const { hostname, port, pathname, searchParams } = new URL(url)
    return `${searchParams.get('host') ?? hostname}${port ? `:${port}` : ''}${pathname}`
  } catch {
    return 'an address that is not a URL'
  }
}

export function unreachable(url: string, cause: unknown): Failure {
  return new Failure(
    'database-unreachable',
    `the database at ${describeDatabase(url)} cannot be reached`,
    { retryable: true, cause },
  )
}
