namespace NewsBot.Hosting;

/// <summary>Looks for variables of the environment that are meant for a setting and set none: between the section and the key belong two underscores.</summary>
internal sealed class VariableCheckup(IConfiguration settings) : ICheckup
{
    private const string Part = "settings";

    public Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        var sections = settings.GetChildren().Where(section => section.GetChildren().Any()).Select(section => section.Key).ToList();
        List<Finding> found = [..
            from variable in settings.GetChildren()
            where variable.Value is not null
            let section = sections.Find(section => variable.Key.StartsWith(section + "_", StringComparison.OrdinalIgnoreCase))
            where section is not null
            select Finding.Mend(
                Part,
                $"NEWSBOT_{variable.Key} sets nothing; between the section and the key belong two underscores: NEWSBOT_{section}__{variable.Key[(section.Length + 1)..]}.")];
        return Task.FromResult<IReadOnlyList<Finding>>(found.Count > 0 ? found : [Finding.Ok(Part, "Every setting has a known name and a value in its range.")]);
    }
}
