namespace NewsBot.Core.Answers.Training;

/// <summary>Fits linear models by full-batch Adam on standardised features; the weights returned are for the features as they are.</summary>
/// <remarks>Kingma and Ba, 'Adam', ICLR 2015. Deterministic: the same data gives the same weights.</remarks>
public static class LinearTrainer
{
    private const int Steps = 400;
    private const double Rate = 0.05;

    /// <summary>From how many groups on a weight is learned.</summary>
    private const int FewestGroups = 30;


    /// <summary>Fits weights that rank: the softmax over a group's rows puts its mass on the rows marked right.</summary>
    /// <param name="groups">Per question its candidates; groups with none right or all right teach nothing.</param>
    /// <param name="ridge">Strength of the pull to zero, per group; 0 for none.</param>
    /// <param name="priors">
    /// Weights for features that hardly occur: one in which fewer than <see cref="FewestGroups"/> groups have rows that differ keeps its prior.
    /// </param>
    public static double[] FitRanking(IReadOnlyList<(double[][] Rows, bool[] IsRight)> groups, double ridge, IReadOnlyList<double> priors)
    {
        var useful = groups.Where(group => group.IsRight.Contains(true) && group.IsRight.Contains(false)).ToList();
        var fitted = Fit([.. useful.SelectMany(group => group.Rows)], ridge, [], (weights, gradient, rows) =>
        {
            var start = 0;
            foreach (var (_, isRight) in useful)
            {
                AddRankingGradient(weights, gradient, rows.AsSpan(start, isRight.Length), isRight, 1.0 / useful.Count);
                start += isRight.Length;
            }
        });
        for (var i = 0; i < fitted.Length; i++)
        {
            if (useful.Count(group => group.Rows.Any(row => row[i] != group.Rows[0][i])) < FewestGroups)
                fitted[i] = priors[i];
        }

        return fitted;
    }

    /// <summary>Fits a logistic regression.</summary>
    /// <param name="rows">Features; the one that is always 1 takes the intercept.</param>
    /// <param name="isRight">The outcomes.</param>
    /// <param name="shares">How much each row counts; they sum to 1.</param>
    /// <param name="signs">Per feature 1 when its weight must not be negative, -1 when not positive, 0 when free.</param>
    /// <param name="ridge">Strength of the pull to zero; 0 for none.</param>
    public static double[] FitLogistic(
        IReadOnlyList<double[]> rows, IReadOnlyList<bool> isRight, IReadOnlyList<double> shares, IReadOnlyList<int> signs, double ridge) =>
        Fit(rows, ridge, signs, (weights, gradient, standardised) =>
        {
            for (var i = 0; i < standardised.Length; i++)
            {
                var probability = 1 / (1 + Math.Exp(-Score(weights, standardised[i])));
                AddScaled(gradient, standardised[i], (probability - (isRight[i] ? 1 : 0)) * shares[i]);
            }
        });

    private static void AddRankingGradient(double[] weights, double[] gradient, ReadOnlySpan<double[]> rows, bool[] isRight, double share)
    {
        var scores = new double[rows.Length];
        var top = double.NegativeInfinity;
        for (var i = 0; i < rows.Length; i++)
        {
            scores[i] = Score(weights, rows[i]);
            top = Math.Max(top, scores[i]);
        }

        double all = 0;
        double right = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            scores[i] = Math.Exp(scores[i] - top);
            all += scores[i];
            right += isRight[i] ? scores[i] : 0;
        }

        for (var i = 0; i < rows.Length; i++)
            AddScaled(gradient, rows[i], ((scores[i] / all) - (isRight[i] ? scores[i] / right : 0)) * share);
    }

    private static double[] Fit(
        IReadOnlyList<double[]> rows, double ridge, IReadOnlyList<int> signs, Action<double[], double[], double[][]> addGradient)
    {
        var (mean, deviation) = Moments(rows);
        var size = mean.Length;
        var standardised = rows.Select(row => row.Select((value, i) => (value - mean[i]) / deviation[i]).ToArray()).ToArray();
        var weights = new double[size];
        var first = new double[size];
        var second = new double[size];
        var gradient = new double[size];
        for (var step = 1; step <= Steps; step++)
        {
            Array.Clear(gradient);
            addGradient(weights, gradient, standardised);
            for (var i = 0; i < size; i++)
            {
                var slope = gradient[i] + (ridge * weights[i]);
                first[i] = (0.9 * first[i]) + (0.1 * slope);
                second[i] = (0.999 * second[i]) + (0.001 * slope * slope);
                var rate = Rate * (1 - (0.9 * step / Steps));
                weights[i] -= rate * first[i] / (1 - Math.Pow(0.9, step)) / (Math.Sqrt(second[i] / (1 - Math.Pow(0.999, step))) + 1e-8);
                if (i < signs.Count && weights[i] * signs[i] < 0)
                    weights[i] = 0;
            }
        }

        return Unstandardise(weights, mean, deviation);
    }

    /// <summary>A constant feature keeps its value, so that it can carry the intercept.</summary>
    private static (double[] Mean, double[] Deviation) Moments(IReadOnlyList<double[]> rows)
    {
        double[]? sum = null;
        double[]? squares = null;
        var count = 0;
        foreach (var row in rows)
        {
            sum ??= new double[row.Length];
            squares ??= new double[row.Length];
            count++;
            for (var i = 0; i < row.Length; i++)
            {
                sum[i] += row[i];
                squares[i] += row[i] * row[i];
            }
        }

        if (sum is null || squares is null)
            throw new ArgumentException("There is nothing to learn from.", nameof(rows));
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] /= count;
            squares[i] = Math.Sqrt(Math.Max(0, (squares[i] / count) - (sum[i] * sum[i])));
            if (squares[i] < 1e-6)
            {
                sum[i] = 0;
                squares[i] = 1;
            }
        }

        return (sum, squares);
    }

    private static double Score(double[] weights, double[] row)
    {
        double score = 0;
        for (var i = 0; i < row.Length; i++)
            score += weights[i] * row[i];
        return score;
    }

    private static void AddScaled(double[] gradient, double[] row, double slope)
    {
        for (var i = 0; i < row.Length; i++)
            gradient[i] += slope * row[i];
    }

    private static double[] Unstandardise(double[] weights, double[] mean, double[] deviation)
    {
        var result = new double[weights.Length];
        double moved = 0;
        var constant = -1;
        for (var i = 0; i < weights.Length; i++)
        {
            result[i] = weights[i] / deviation[i];
            moved -= result[i] * mean[i];
            if (mean[i] == 0 && Math.Abs(deviation[i] - 1) < 1e-12)
                constant = constant < 0 ? i : constant;
        }

        // In a ranking the shift is the same for every row and falls out.
        if (constant >= 0)
            result[constant] += moved;
        return result;
    }
}
