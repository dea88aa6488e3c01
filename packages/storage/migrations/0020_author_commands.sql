-- Families of spoken commands that an author has switched off.
create table author_commands (
  author_id uuid primary key references users on delete cascade,
  switched_off jsonb not null,
  replaced_at timestamptz not null
);
