create table reports (
  id uuid primary key,
  -- A dictation has one report: a job that runs twice cannot make a second.
  dictation_id uuid not null unique references dictations,
  author_id uuid not null references users,
  title text not null,
  status text not null check (status in ('draft', 'in-review', 'finalised', 'signed', 'addended')),
  version integer not null check (version >= 1),
  claimed_by uuid references users,
  claimed_at timestamptz,
  finalised_by uuid references users,
  finalised_at timestamptz,
  signed_by uuid references users,
  signed_at timestamptz,
  signed_version integer,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((claimed_by is not null) = (status = 'in-review')),
  check ((finalised_by is not null) = (status = 'finalised')),
  check ((signed_by is not null) = (status in ('signed', 'addended')))
);
create index reports_by_status on reports (status);
create index reports_by_author on reports (author_id, created_at);

create table report_versions (
  report_id uuid not null references reports,
  number integer not null check (number >= 1),
  kind text not null check (kind in ('machine', 'edit', 'addendum')),
  saved_by uuid references users,
  saved_at timestamptz not null,
  -- Canonical JSON, kept as text: the hash is over these bytes.
  content text not null,
  -- Hex SHA-256 of the previous version's hash followed by the content.
  hash text not null,
  primary key (report_id, number)
);
