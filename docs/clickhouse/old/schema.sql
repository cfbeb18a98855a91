-- Tables for counts on a server without GRANT. Run by CanDo's tests on 18.16.1, the version of Debian's package.
-- As `default`, once: clickhouse-client --password --multiquery < schema.sql

CREATE DATABASE IF NOT EXISTS cando;
CREATE DATABASE IF NOT EXISTS cando_inbox;

-- One row: one agent's total for a day, a desk, and a pack's version or one of its rules. Where a row comes again, the higher revision
-- stands: FINAL reads it so, and merges throw the others away. `line` keeps the key short, which makes FINAL fast; two lines of one agent and day
-- would have to meet in 64 bits to be taken for one.
CREATE TABLE IF NOT EXISTS cando.counts
(
    day Date,
    agent UUID,
    desk String,
    pack String,
    version String,
    rule String,
    revision UInt64,
    replies UInt32,
    words UInt32,
    `left` UInt32,
    discarded UInt32,
    flagged UInt32,
    mended UInt32,
    reworded UInt32,
    rewritten UInt32,
    undone UInt32,
    ignored UInt32,
    switchedOff UInt32,
    sent UInt32,
    dropped UInt32,
    replaced Array(String),
    times Array(UInt32),
    line UInt64
)
ENGINE = ReplacingMergeTree(revision)
PARTITION BY toYYYYMM(day)
ORDER BY (day, agent, line);

-- Who stands behind a pseudonym: a group, and a name where its owner has ticked that it goes along.
CREATE TABLE IF NOT EXISTS cando.people
(
    agent UUID,
    team String,
    name String,
    revision UInt64
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY agent;

-- What agents send passes through tables that keep nothing, and views that feed the tables above.
CREATE TABLE IF NOT EXISTS cando.counts_in
(
    day Date,
    agent UUID,
    desk String,
    pack String,
    version String,
    rule String,
    revision UInt64,
    replies UInt32,
    words UInt32,
    `left` UInt32,
    discarded UInt32,
    flagged UInt32,
    mended UInt32,
    reworded UInt32,
    rewritten UInt32,
    undone UInt32,
    ignored UInt32,
    switchedOff UInt32,
    sent UInt32,
    dropped UInt32,
    replaced Array(String),
    times Array(UInt32)
)
ENGINE = Null;

CREATE TABLE IF NOT EXISTS cando.people_in
(
    agent UUID,
    team String,
    name String,
    revision UInt64
)
ENGINE = Null;

CREATE MATERIALIZED VIEW IF NOT EXISTS cando.counts_feed TO cando.counts
    AS SELECT *, cityHash64(desk, pack, version, rule) AS line FROM cando.counts_in;
CREATE MATERIALIZED VIEW IF NOT EXISTS cando.people_feed TO cando.people AS SELECT * FROM cando.people_in;

-- The inbox, all that agents can reach. Such a server lets a view write only where the one who inserts may, so that agents would need the
-- database of counts; a Buffer writes as the server itself. With room for no row it holds nothing back: an insert is answered when the row
-- stands in the table of counts.
CREATE TABLE IF NOT EXISTS cando_inbox.counts AS cando.counts_in ENGINE = Buffer(cando, counts_in, 1, 0, 0, 0, 0, 0, 0);
CREATE TABLE IF NOT EXISTS cando_inbox.people AS cando.people_in ENGINE = Buffer(cando, people_in, 1, 0, 0, 0, 0, 0, 0);
