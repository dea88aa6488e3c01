-- What an engine has heard so far of a recording that is being recognised, a piece at a time: whoever
-- goes on after a killed worker does not hear it again. Gone once the recognition is whole.
create table recognised_pieces (
  dictation_id uuid not null references dictations,
  -- Which recordings, engine and cuts the piece is of: what was heard otherwise is of no use.
  plan text not null,
  piece integer not null check (piece >= 0),
  content json not null,
  heard_at timestamptz not null default now(),
  primary key (dictation_id, plan, piece)
);

-- How much of the recording has been heard, in milliseconds, while that goes on.
alter table dictations add column recognised_ms integer;
drop trigger dictations_announced on dictations;
create trigger dictations_announced
  after insert or update of status, step, waiting_for, newer_version_id, recognised_ms on dictations
  for each row execute function announce_change('dictation');
