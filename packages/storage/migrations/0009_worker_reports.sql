-- What each worker says of itself: its machine, its engines and how fast they are. Shown to administrators.
alter table workers add column report jsonb;

-- The latest recordings, from whose lengths the length of one that waits is expected.
create index dictations_by_arrival on dictations (received_at) where duration_ms is not null;
