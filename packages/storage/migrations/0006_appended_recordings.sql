-- What was dictated further and belongs to the same report: read after the dictation's own recording.
create table appended_recordings (
  dictation_id uuid not null references dictations,
  position integer not null check (position >= 1),
  sha256 text not null,
  byte_length bigint not null,
  file_name text not null,
  uploaded_by uuid not null references users,
  received_at timestamptz not null,
  primary key (dictation_id, position),
  unique (dictation_id, sha256)
);

-- A room of its own since 0005.
update dictations set status = 'too-long', failure_reason = null
  where failure_reason = 'recording-too-long';
