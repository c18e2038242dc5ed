WITH document AS (
    SELECT
        generate_subscripts(bodies, 1) AS id,
        unnest(bodies)::JSON AS body
    FROM (SELECT $1::VARCHAR[] AS bodies)
),

member AS (
    SELECT
        id,
        coalesce(told ->> '$.actor', told ->> '$') AS actor,
        coalesce(told ->> '$.joined', '0001-01-01') AS joined,
        coalesce(told ->> '$.left', '9999-12-31') AS leaves
    FROM (SELECT id, unnest(from_json(body -> 'members', '["JSON"]')) AS told FROM document)
),

contribution AS (
    SELECT id, unnest(from_json(body -> 'contributions', '[{
        "payer": "VARCHAR",
        "year": "INTEGER",
        "amount": "DECIMAL(14, 2)",
        "kind": "VARCHAR",
        "rounded_to": "DECIMAL(14, 2)"
    }]'), recursive := true)
    FROM document
),

counted AS (
    SELECT
        id,
        year,
        payer IN ('forsakringskassan', 'arbetsformedlingen') AS state,
        greatest(2 * amount - rounded_to, 0) AS least,
        2 * amount + rounded_to AS most
    FROM contribution
    SEMI JOIN member
        ON contribution.id = member.id
        AND payer = actor
        AND joined <= year || '-12-31'
        AND leaves >= year || '-01-01'
    WHERE kind = 'ordinary'
),

of_year AS (
    SELECT
        id,
        year,
        coalesce(sum(least) FILTER (state), 0) AS state_least,
        coalesce(sum(most) FILTER (state), 0) AS state_most,
        coalesce(sum(least) FILTER (NOT state), 0) AS others_least,
        coalesce(sum(most) FILTER (NOT state), 0) AS others_most
    FROM counted
    GROUP BY id, year
)

SELECT id, bool_and(state_least <= others_most AND others_least <= state_most) AS half
FROM of_year
GROUP BY id
ORDER BY id
