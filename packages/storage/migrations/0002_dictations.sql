create table dictations (
  id uuid primary key,
  sha256 text not null unique,
  byte_length bigint not null,
  file_name text not null,
  author_id uuid not null references users,
  uploaded_by uuid not null references users,
  work_type text not null,
  template_id text not null,
  locale text not null,
  priority text not null check (priority in ('routine', 'urgent', 'stat')),
  priority_rank smallint not null generated always as
    (case priority when 'stat' then 1 when 'urgent' then 5 else 10 end) stored,
  patient jsonb,
  patient_id text generated always as (patient ->> 'id') stored,
  medical_order jsonb,
  received_at timestamptz not null,

  status text not null check (status in
    ('received', 'queued', 'transcribing', 'drafted',
     'needs-decoder', 'needs-password', 'not-audio', 'failed')),
  step text check ((step is not null) = (status = 'transcribing')),
  waiting_for text check (waiting_for is null or status = 'queued'),
  failure_reason text check ((failure_reason is not null) = (status = 'failed')),

  -- The right to work on it: one worker until lease_until; the fence grows with each lease.
  lease_worker text,
  lease_until timestamptz,
  fence integer not null default 0,
  -- How often a lease ran out since a person last asked for a try: workers that died with it.
  stale_leases integer not null default 0,

  facts jsonb,
  duration_ms integer,
  peaks jsonb,
  playback_sha256 text,
  recognition_id uuid
);
create index dictations_worklist on dictations (priority_rank, received_at, id);
create index dictations_by_status on dictations (status, priority_rank, received_at, id);
create index dictations_by_author on dictations (author_id, priority_rank, received_at, id);
create index dictations_by_patient on dictations (patient_id, received_at);
create index dictations_leased on dictations (lease_until) where status = 'transcribing';

create table recognitions (
  id uuid primary key,
  dictation_id uuid not null references dictations,
  content json not null,
  created_at timestamptz not null default now()
);
create index recognitions_by_dictation on recognitions (dictation_id);
