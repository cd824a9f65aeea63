create index payment_taken_back on payment (store_id, mode, taken_back_at);
