-- What the writer doubted or proposed in a version that it wrote, at the words that were recognised. Never changed.
create table writer_findings (
  report_id uuid not null,
  version integer not null,
  -- JSON, kept as text.
  content text not null,
  primary key (report_id, version),
  foreign key (report_id, version) references report_versions
);
create trigger writer_findings_stay before update or delete on writer_findings
  for each row execute function refuse_rewriting();

-- What people decided about findings: the newest line about one holds.
create table finding_decisions (
  id bigint generated always as identity primary key,
  report_id uuid not null references reports,
  -- Names the finding. That of a lint holds words of the report.
  finding text not null,
  decision text not null check (decision in ('taken', 'looked-at', 'reopened')),
  decided_by uuid not null references users,
  decided_at timestamptz not null
);
create index finding_decisions_by_report on finding_decisions (report_id, id);
create trigger finding_decisions_stay before update or delete on finding_decisions
  for each row execute function refuse_rewriting();
