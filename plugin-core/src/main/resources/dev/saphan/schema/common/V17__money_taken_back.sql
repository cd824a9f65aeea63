-- when Omise took back the success that had paid the order
alter table payment add column taken_back_at timestamp with time zone;
