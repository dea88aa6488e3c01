create table users (
  id uuid primary key,
  login text not null unique check (login = lower(login)),
  display_name text not null,
  role text not null check (role in ('doctor', 'secretary', 'administrator')),
  password_hash text not null,
  created_at timestamptz not null default now()
);

-- The token itself is only in the person's browser; here is its SHA-256.
create table sessions (
  token_sha256 text primary key,
  user_id uuid not null references users on delete cascade,
  opened_at timestamptz not null default now(),
  used_at timestamptz not null default now()
);
create index sessions_by_user on sessions (user_id);
