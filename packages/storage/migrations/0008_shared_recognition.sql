-- A long recording that several workers hear at the same time: how it is cut, and with which engine. Its
-- dictation is transcribing then, without a lease. Gone once the recognition is whole.
create table recognition_plans (
  dictation_id uuid primary key references dictations,
  plan text not null,
  content json not null
);

-- Pieces that one worker hears in one job. The row goes when they are heard.
create table recognition_shares (
  dictation_id uuid not null references recognition_plans on delete cascade,
  number integer not null check (number >= 0),
  from_piece integer not null check (from_piece >= 0),
  to_piece integer not null check (to_piece > from_piece),
  audio_ms integer not null,
  -- As on dictations: one worker until claimed_until; the fence grows with each claim.
  worker text,
  claimed_until timestamptz check ((claimed_until is null) = (worker is null)),
  fence integer not null default 0,
  stale_claims integer not null default 0,
  queued_at timestamptz not null default now(),
  promoted_at timestamptz,
  primary key (dictation_id, number)
);
create index recognition_shares_claimed on recognition_shares (claimed_until)
  where claimed_until is not null;

-- Has waited so long that it goes with the STAT ones; null again once a worker has it.
alter table dictations add column promoted_at timestamptz;

-- Not handed to the queue before.
alter table outbox add column not_before timestamptz;
