-- Tables for counts on a server of today (24.8 and later). NOT run by CanDo's tests, which have 18.16 alone: try it before you trust it.
-- clickhouse-client --multiquery < schema.sql

CREATE DATABASE IF NOT EXISTS cando;

-- One row: one agent's total for a day, a desk, and a pack's version or one of its rules. The higher revision stands, with FINAL.
CREATE TABLE IF NOT EXISTS cando.counts
(
    day Date,
    agent UUID,
    desk LowCardinality(String),
    pack LowCardinality(String),
    version LowCardinality(String),
    rule LowCardinality(String),
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
    line UInt64 MATERIALIZED cityHash64(desk, pack, version, rule)
)
ENGINE = ReplacingMergeTree(revision)
PARTITION BY toYYYYMM(day)
ORDER BY (day, agent, line)
-- Retention: two years and a bit.
TTL day + INTERVAL 25 MONTH DELETE;

CREATE TABLE IF NOT EXISTS cando.people
(
    agent UUID,
    team String,
    name String,
    revision UInt64
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY agent;
