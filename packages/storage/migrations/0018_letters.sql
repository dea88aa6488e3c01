-- A letter is a report of its own that was made of a signed one.
alter table reports
  add column letter_of uuid references reports,
  -- The version that it was made of.
  add column letter_of_version integer,
  add check ((letter_of is null) = (letter_of_version is null));
create index reports_letters on reports (letter_of) where letter_of is not null;

-- A dictation still has one report of its own, beside the letters made of it.
alter table reports drop constraint reports_dictation_id_key;
create unique index reports_of_dictation on reports (dictation_id) where letter_of is null;
create index reports_by_dictation on reports (dictation_id);

alter table report_versions drop constraint report_versions_kind_check,
  add constraint report_versions_kind_check check (kind in ('machine', 'edit', 'addendum', 'letter'));
