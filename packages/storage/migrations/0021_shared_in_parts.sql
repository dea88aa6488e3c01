-- A long recording may be shared out in two parts: its opening, part 0, while its worker finds the speech in the rest
-- and keeps its lease, and the rest, part 1. What was shared out before is one part, and the last.
alter table recognition_shares drop constraint recognition_shares_dictation_id_fkey;
alter table recognition_shares drop constraint recognition_shares_pkey;
alter table recognition_plans drop constraint recognition_plans_pkey;
alter table recognition_plans
  add column part smallint not null default 0 check (part in (0, 1)),
  add column is_last boolean not null default true check (is_last or part = 0),
  add primary key (dictation_id, part);
alter table recognition_shares
  add column part smallint not null default 0,
  add primary key (dictation_id, part, number),
  add foreign key (dictation_id, part) references recognition_plans on delete cascade;

-- Fences of claims, never given twice: a part that takes another's place has shares of the same numbers. Above those
-- of any claim that is held now.
create sequence claim_fences as integer start 1000;
