-- Figures members compose of the records that are counted already: what, which of them, told apart by what, over time. Nobody
-- writes a query. A composed figure never changes: another version follows it, and is looked at again before it is published.

insert into cordon.area (name, holds, is_case, own_code, break_glass) values
  ('own_figures', 'Figures members composed, and who looked at them', true, false, false);

insert into cordon.need_to_know (role, area, reach, may_read, may_write, rights, categories, because) values
  ('analyst', 'own_figures', 'operation', true, true, '{}', null, 'Composes figures, and looks at those of others before they are published.'),
  ('coordinator', 'own_figures', 'operation', true, true, '{}', null, 'Composes figures, and looks at those of others before they are published.');

create table cordon.own_figure (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  name text not null check (length(btrim(name)) between 3 and 100),
  version integer not null check (version >= 1),
  of_figure text not null,
  of_version integer not null,
  countries text[] not null check (cardinality(countries) <= 60),
  holder uuid references cordon.agency,
  sort text check (length(sort) between 1 and 100),
  from_day date,
  to_day date check (to_day >= from_day),
  grouped_by text not null check (grouped_by in ('nothing', 'country', 'agency', 'sort', 'day', 'week', 'month')),
  -- Each step of time: what was counted by its end, so that a figure is seen to grow.
  over_time text not null check (over_time in ('nothing', 'day', 'week', 'month')),
  -- The figure it is a share of, narrowed in the same way.
  share_of text,
  share_version integer,
  handling_code text not null check (handling_code in ('H0', 'H1', 'H2', 'H3')),
  words text not null check (length(btrim(words)) between 3 and 500),
  composed_by uuid not null references cordon.member,
  composed_at timestamptz not null default now(),
  unique (operation_id, name, version),
  foreign key (of_figure, of_version) references cordon.figure_definition,
  foreign key (share_of, share_version) references cordon.figure_definition,
  check (num_nulls(share_of, share_version) in (0, 2)),
  check (grouped_by = 'nothing' or over_time = 'nothing')
);

create table cordon.own_figure_review (
  own_figure_id uuid primary key references cordon.own_figure,
  operation_id uuid not null references cordon.operation,
  agrees boolean not null,
  words text not null check (length(btrim(words)) between 3 and 1000),
  reviewed_by uuid not null references cordon.member,
  reviewed_at timestamptz not null default now()
);

call cordon.guard('own_figure', 'own_figures', true);
call cordon.guard('own_figure_review', 'own_figures', true);
call cordon.counted('own_figure');
call cordon.counted('own_figure_review');
create policy functions_read on cordon.own_figure for select to current_user using (true);
create policy own_name on cordon.own_figure as restrictive for insert to cordon_app with check (
  composed_by = (select cordon.current_member()));
create policy own_name on cordon.own_figure_review as restrictive for insert to cordon_app with check (
  reviewed_by = (select cordon.current_member()));

-- Nobody looks at the own figure.
create function cordon.second_person_reviews() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if not exists (select from cordon.own_figure f where f.id = new.own_figure_id and f.operation_id = new.operation_id
      and f.composed_by <> new.reviewed_by) then
    raise exception 'another person looks at a figure than who composed it' using errcode = 'check_violation';
  end if;
  return new;
end;
$$;
create trigger second_person before insert on cordon.own_figure_review
  for each row execute function cordon.second_person_reviews();

call cordon.erasure(2357, 'own_figure', 'keep', null, null, 'Which records a member counts: countries, sorts, days; names nobody.');
call cordon.erasure(2358, 'own_figure_review', 'keep', null, null, 'Who looked at a composed figure, and what was said of it.');
