-- Side rooms told apart for people.
alter table dictations drop constraint dictations_status_check;
alter table dictations add constraint dictations_status_check check (status in
  ('received', 'queued', 'transcribing', 'drafted',
   'needs-decoder', 'needs-password', 'not-audio', 'upload-incomplete', 'silent', 'too-long', 'failed'));

-- Passwords of encrypted recordings, sealed with the keyring: asked once, then known for their author.
create table recording_passwords (
  id bigint generated always as identity primary key,
  author_id uuid not null references users,
  sealed bytea not null,
  added_by uuid not null references users,
  added_at timestamptz not null default now()
);
create index recording_passwords_by_author on recording_passwords (author_id);

-- The same device number and start with a later end is a newer version of one dictation.
alter table dictations add column recorder_key text;
alter table dictations add column recorded_until text;
alter table dictations add column newer_version_id uuid references dictations;
create index dictations_by_recorder on dictations (author_id, recorder_key)
  where recorder_key is not null;
drop trigger dictations_announced on dictations;
create trigger dictations_announced
  after insert or update of status, step, waiting_for, newer_version_id on dictations
  for each row execute function announce_change('dictation');
create index dictations_by_newer_version on dictations (newer_version_id)
  where newer_version_id is not null;

-- What answers for a report is not rewritten wholesale either.
create trigger audit_events_whole before truncate on audit_events
  for each statement execute function refuse_rewriting();
create trigger report_versions_whole before truncate on report_versions
  for each statement execute function refuse_rewriting();
create trigger recognitions_stay before update or delete on recognitions
  for each row execute function refuse_rewriting();
create trigger recognitions_whole before truncate on recognitions
  for each statement execute function refuse_rewriting();
