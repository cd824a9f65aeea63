-- An order that was placed is on disk before the shopper is told so, also when the process is killed.
SET WRITE_DELAY 0;
SET DEFAULT_LOCK_TIMEOUT 10000;

CREATE TABLE product (
    id       INTEGER     NOT NULL PRIMARY KEY,
    slug     VARCHAR(60) NOT NULL UNIQUE,
    category VARCHAR(20) NOT NULL,
    stock    INTEGER     NOT NULL,
    CONSTRAINT stock_is_never_negative CHECK (stock >= 0)
);

CREATE TABLE product_text (
    product_id  INTEGER      NOT NULL REFERENCES product,
    language    VARCHAR(10)  NOT NULL,
    name        VARCHAR(120) NOT NULL,
    description VARCHAR(600) NOT NULL,
    PRIMARY KEY (product_id, language)
);

CREATE TABLE product_price (
    product_id INTEGER NOT NULL REFERENCES product,
    currency   CHAR(3) NOT NULL,
    amount     BIGINT  NOT NULL CHECK (amount > 0),
    PRIMARY KEY (product_id, currency)
);

CREATE TABLE cart_line (
    cart_id    VARCHAR(43) NOT NULL,
    product_id INTEGER     NOT NULL REFERENCES product,
    quantity   INTEGER     NOT NULL CHECK (quantity BETWEEN 1 AND 99),
    changed_at TIMESTAMP   NOT NULL,
    PRIMARY KEY (cart_id, product_id)
);

CREATE TABLE shop_order (
    id                 BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reference          VARCHAR(20)  NOT NULL UNIQUE,
    token              VARCHAR(43)  NOT NULL UNIQUE,
    checkout_key       VARCHAR(43)  NOT NULL UNIQUE,
    status             VARCHAR(20)  NOT NULL,
    cancelled_because  VARCHAR(30),
    amount             BIGINT       NOT NULL,
    currency           CHAR(3)      NOT NULL,
    country            CHAR(2)      NOT NULL,
    language           VARCHAR(10)  NOT NULL,
    shopper_name       VARCHAR(120) NOT NULL,
    shopper_email      VARCHAR(254) NOT NULL,
    shopper_phone      VARCHAR(30),
    stock_held         BOOLEAN      NOT NULL,
    current_payment_id VARCHAR(64),
    paid_by            VARCHAR(64),
    placed_at          TIMESTAMP    NOT NULL,
    paid_at            TIMESTAMP,
    cancelled_at       TIMESTAMP,
    CONSTRAINT known_status CHECK (status IN ('AWAITING_PAYMENT', 'PAID', 'CANCELLED')),
    CONSTRAINT paid_names_its_payment CHECK ((status = 'PAID') = (paid_by IS NOT NULL)),
    CONSTRAINT stock_follows_status CHECK (stock_held = (status <> 'CANCELLED'))
);

CREATE TABLE order_line (
    order_id    BIGINT       NOT NULL REFERENCES shop_order,
    product_id  INTEGER      NOT NULL REFERENCES product,
    name        VARCHAR(120) NOT NULL,
    quantity    INTEGER      NOT NULL CHECK (quantity > 0),
    unit_amount BIGINT       NOT NULL,
    PRIMARY KEY (order_id, product_id)
);

-- Written before each POST /payments, with the key and the very body, so that it can be sent again unchanged.
CREATE TABLE payment_start (
    id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id        BIGINT      NOT NULL REFERENCES shop_order,
    idempotency_key VARCHAR(64) NOT NULL UNIQUE,
    method          VARCHAR(60),
    channel         VARCHAR(10) NOT NULL,
    body            CLOB        NOT NULL,
    outcome         VARCHAR(10) NOT NULL CHECK (outcome IN ('UNANSWERED', 'ACCEPTED', 'REFUSED')),
    tries           INTEGER     NOT NULL,
    not_before      TIMESTAMP   NOT NULL,
    payment_id      VARCHAR(64),
    problem_code    VARCHAR(60),
    problem_detail  VARCHAR(500),
    created_at      TIMESTAMP   NOT NULL,
    answered_at     TIMESTAMP
);
CREATE INDEX payment_start_by_order ON payment_start (order_id);
CREATE INDEX payment_start_due ON payment_start (outcome, not_before);

-- This store's copy of what it last heard of each payment.
CREATE TABLE order_payment (
    payment_id      VARCHAR(64) NOT NULL PRIMARY KEY,
    order_id        BIGINT      NOT NULL REFERENCES shop_order,
    status          VARCHAR(20) NOT NULL,
    closed_reason   VARCHAR(40),
    amount          BIGINT      NOT NULL,
    currency        CHAR(3)     NOT NULL,
    method          VARCHAR(60),
    channel         VARCHAR(10),
    checkout_url    VARCHAR(1000),
    next_step       VARCHAR(30) NOT NULL,
    next_step_url   VARCHAR(1000),
    failure_code    VARCHAR(60),
    failure_message VARCHAR(500),
    attention       VARCHAR(300) NOT NULL,
    version         BIGINT      NOT NULL,
    sequence        BIGINT      NOT NULL,
    asked_at        TIMESTAMP   NOT NULL
);
CREATE INDEX order_payment_by_order ON order_payment (order_id);

CREATE TABLE order_refund (
    refund_id  VARCHAR(64)  NOT NULL PRIMARY KEY,
    order_id   BIGINT       NOT NULL REFERENCES shop_order,
    payment_id VARCHAR(64)  NOT NULL,
    amount     BIGINT       NOT NULL,
    currency   CHAR(3)      NOT NULL,
    status     VARCHAR(20)  NOT NULL,
    voided     BOOLEAN      NOT NULL,
    origin     VARCHAR(20)  NOT NULL,
    reason     VARCHAR(500),
    sequence   BIGINT       NOT NULL,
    heard_at   TIMESTAMP    NOT NULL
);
CREATE INDEX order_refund_by_order ON order_refund (order_id);

-- One row for each command that was answered; its key is what makes every command count once.
CREATE TABLE command_inbox (
    command_id    VARCHAR(100) NOT NULL PRIMARY KEY,
    type          VARCHAR(60)  NOT NULL,
    sequence      BIGINT       NOT NULL,
    payment_id    VARCHAR(64),
    result        VARCHAR(20)  NOT NULL,
    current_state VARCHAR(60),
    received_at   TIMESTAMP    NOT NULL
);

CREATE TABLE offer_registration (
    id          INTEGER   NOT NULL PRIMARY KEY,
    sequence    BIGINT    NOT NULL,
    body        CLOB      NOT NULL,
    received_at TIMESTAMP NOT NULL
);
