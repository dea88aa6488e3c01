create table audit_events (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor uuid,
  kind text not null,
  dictation_id uuid,
  report_id uuid,
  detail jsonb not null default '{}'
);
create index audit_events_by_dictation on audit_events (dictation_id, id);
create index audit_events_by_report on audit_events (report_id, id);

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger audit_events_stay before update or delete on audit_events
  for each row execute function refuse_rewriting();
create trigger report_versions_stay before update or delete on report_versions
  for each row execute function refuse_rewriting();

create table outbox (
  id bigint generated always as identity primary key,
  queue text not null,
  payload jsonb not null,
  priority smallint not null,
  created_at timestamptz not null default now(),
  relayed_at timestamptz
);
create index outbox_waiting on outbox (id) where relayed_at is null;
create index outbox_by_dictation on outbox ((payload ->> 'dictationId'), id);

create table workers (
  id text primary key,
  seen_at timestamptz not null default now(),
  engines jsonb not null,
  languages text[] not null
);

create function announce_outbox() returns trigger language plpgsql as $$
begin
  perform pg_notify('plume_outbox', '');
  return null;
end $$;
create trigger outbox_announced after insert on outbox
  for each statement execute function announce_outbox();

-- Whoever shows lists listens here. Ids only: a notification is not a place for words.
create function announce_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('plume_changes', json_build_object('kind', tg_argv[0], 'id', new.id)::text);
  return null;
end $$;
create trigger dictations_announced after insert or update of status, step, waiting_for on dictations
  for each row execute function announce_change('dictation');
create trigger reports_announced after insert or update on reports
  for each row execute function announce_change('report');
